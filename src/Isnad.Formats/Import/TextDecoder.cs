using System.Text;
using System.Text.Unicode;

namespace Isnad.Formats.Import;

/// <summary>
/// Decides how bytes are written: byte-order marks first, then UTF-16 by its zero bytes, then valid UTF-8, then the older
/// one-byte Arabic encodings by which of them gives more likely Arabic.
/// </summary>
public static class TextDecoder
{
    /// <summary>How many bytes decide where not all are at hand.</summary>
    internal const int SampleSize = 64 * 1024;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, without a byte-order mark; null where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) =>
        EncodingOf(bytes, whole: true) is { } encoding ? encoding.GetString(bytes[MarkLength(bytes)..]) : null;

    /// <summary>The encoding of a text, or null for bytes that are no text.</summary>
    /// <param name="bytes">The text or its beginning.</param>
    /// <param name="whole">False where more bytes follow, so that the last character may be cut.</param>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> bytes, bool whole)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleSize)];
        if (Utf16(sample) is { } utf16)
        {
            return utf16;
        }

        if (LooksBinary(sample))
        {
            return null;
        }

        if (Utf8.IsValid(whole ? bytes : WithoutCutCharacter(bytes)))
        {
            return Encoding.UTF8;
        }

        // A few broken bytes in a UTF-8 file are repaired rather than read as another encoding.
        var utf8 = Encoding.UTF8.GetString(sample);
        if (utf8.Count(c => c == '\uFFFD') * 20 < utf8.Count(c => c > 0x7F))
        {
            return Encoding.UTF8;
        }

        var windows = Encoding.GetEncoding(1256);
        var iso = Encoding.GetEncoding(28596);
        return Likelihood(iso.GetString(sample)) > Likelihood(windows.GetString(sample)) ? iso : windows;
    }

    /// <summary>Names a file type by its first bytes, or null for what may be text.</summary>
    public static string? Signature(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document; save its text first (pdftotext)",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive or Office document; unpack it or save its text first",
        [0x1F, 0x8B, ..] => "a gzip archive; unpack it first (gunzip)",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', _, 0, ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office document; save its text first",
        _ => null,
    };

    /// <summary>The beginning of a text as well as a sample tells; empty where it is no text.</summary>
    internal static string DecodeSample(ReadOnlySpan<byte> bytes) =>
        EncodingOf(bytes, whole: false) is { } encoding ? encoding.GetString(bytes[MarkLength(bytes)..]) : "";

    private static int MarkLength(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => 3,
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2,
        _ => 0,
    };

    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        // At most three bytes can stand after the last lead byte (11xxxxxx) of UTF-8.
        for (var back = 1; back <= Math.Min(4, bytes.Length); back++)
        {
            if (bytes[^back] >= 0xC0)
            {
                return bytes[..^back];
            }
        }

        return bytes;
    }

    // Text in Arabic or Latin letters has its high byte 0x06 or 0x00 (0x20 for dashes and marks) at every second place.
    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 8)
        {
            return null;
        }

        int even = 0, odd = 0, pairs = sample.Length / 2;
        for (var i = 0; i < pairs * 2; i += 2)
        {
            even += sample[i] is 0 or 6 or 0x20 && sample[i + 1] is not (0 or 6) ? 1 : 0;
            odd += sample[i + 1] is 0 or 6 or 0x20 && sample[i] is not (0 or 6) ? 1 : 0;
        }

        return odd > pairs * 0.9 ? new UnicodeEncoding(false, false) : even > pairs * 0.9 ? new UnicodeEncoding(true, false) : null;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> sample)
    {
        var control = 0;
        foreach (var b in sample)
        {
            control += b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or 0x0C) ? 1 : 0;
        }

        return control > sample.Length / 50;
    }

    // Frequent letters of Arabic against letters that news hardly has. The article «ال» tells most: its second letter stands
    // at different places in the two encodings.
    private static int Likelihood(string text)
    {
        var score = 0;
        var before = ' ';
        foreach (var c in text)
        {
            score += c switch
            {
                'ل' when before == 'ا' => 6,
                'ا' or 'ل' or 'ي' or 'م' or 'ن' or 'و' or 'ر' or 'ت' or 'ب' or 'ة' => 2,
                >= 'ء' and <= 'ي' => 1,
                >= '\u0080' and <= '\u00FF' => -3,
                '\uFFFD' => -10,
                _ => 0,
            };
            before = c;
        }

        return score;
    }
}
