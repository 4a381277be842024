using System.Text;

namespace Isnad.Formats.Import;

/// <summary>
/// Decides how bytes are written: byte-order marks first, then valid UTF-8, then UTF-16 by its zero bytes, then the older
/// one-byte Arabic encodings by which of them gives more likely Arabic.
/// </summary>
public static class TextDecoder
{
    private const int SampleSize = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, or null where the bytes are no text.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="encoding">Name of the encoding that was found.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string encoding)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                encoding = "utf-8";
                return Encoding.UTF8.GetString(bytes[3..]);
            case [0xFF, 0xFE, ..]:
                encoding = "utf-16";
                return Encoding.Unicode.GetString(bytes[2..]);
            case [0xFE, 0xFF, ..]:
                encoding = "utf-16BE";
                return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleSize)];
        if (Utf16(sample) is { } utf16)
        {
            encoding = utf16.WebName;
            return utf16.GetString(bytes);
        }

        try
        {
            encoding = "utf-8";
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8 throughout.
        }

        if (LooksBinary(sample))
        {
            encoding = "binary";
            return null;
        }

        // A few broken bytes in a UTF-8 file are repaired rather than read as another encoding.
        var utf8 = Encoding.UTF8.GetString(sample);
        if (utf8.Count(c => c == '\uFFFD') * 20 < utf8.Count(c => c > 0x7F))
        {
            encoding = "utf-8";
            return Encoding.UTF8.GetString(bytes);
        }

        var windows = Encoding.GetEncoding(1256);
        var iso = Encoding.GetEncoding(28596);
        var best = Likelihood(iso.GetString(sample)) > Likelihood(windows.GetString(sample)) ? iso : windows;
        encoding = best.WebName;
        return best.GetString(bytes);
    }

    /// <summary>Names a file type by its first bytes, or null for what may be text.</summary>
    public static string? Signature(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document; save its text first",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive or Office document; unpack it or save its text first",
        [0x1F, 0x8B, ..] => "a gzip archive; unpack it first",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office document; save its text first",
        _ => null,
    };

    // Text in Arabic or Latin letters has its high byte 0x06 or 0x00 at every second place.
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

    // Frequent letters of Arabic against letters that news hardly has.
    private static int Likelihood(string text)
    {
        var score = 0;
        foreach (var c in text)
        {
            score += c switch
            {
                'ا' or 'ل' or 'ي' or 'م' or 'ن' or 'و' or 'ر' or 'ت' or 'ب' or 'ة' => 2,
                >= 'ء' and <= 'ي' => 1,
                >= '\u0080' and <= '\u00FF' => -3,
                '\uFFFD' => -10,
                _ => 0,
            };
        }

        return score;
    }
}
