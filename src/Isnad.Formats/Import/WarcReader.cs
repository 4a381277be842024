namespace Isnad.Formats.Import;

/// <summary>
/// Reads the records of a WARC file (ISO 28500) one by one. A record whose length is wrong does not take others with it: where
/// no record begins behind it, the next beginning is searched for, first inside what the length claimed.
/// </summary>
internal sealed class WarcReader(Stream stream) : IDisposable
{
    private const int LongestHead = 1 << 16;
    private readonly ByteWindow window = new(stream);
    private long count;

    private static ReadOnlySpan<byte> Start => "WARC/"u8;

    private static ReadOnlySpan<byte> Boundary => "\r\n\r\nWARC/"u8;

    /// <summary>The next record, or null at the end.</summary>
    /// <param name="wanted">Whether a record's content is wanted; others are stepped over.</param>
    /// <exception cref="InvalidDataException">The file is damaged or cut off in its packing.</exception>
    public WarcRecord? Next(Func<WarcFields, bool> wanted)
    {
        SkipLineEnds();
        if (!window.Ensure(1))
        {
            return null;
        }

        count++;
        if (!window.Ensure(Start.Length) || !window.Bytes.StartsWith(Start))
        {
            return Lost("no WARC record begins here; what stands before the next one was passed over");
        }

        var (head, separator) = (window.Find("\r\n\r\n"u8, LongestHead), 4);
        if (head < 0)
        {
            return Lost("the head of the record does not end");
        }

        var fields = WarcFields.Parse(window.Bytes[..head]);
        if (fields.Length is not { } length)
        {
            window.Skip(Start.Length);
            return Lost("the record does not say how long it is", fields);
        }

        window.Skip(head + separator);
        return length > ArticleLimits.File || !wanted(fields) ? StepOver(fields, length, wanted(fields)) : Take(fields, (int)length);
    }

    public void Dispose() => window.Dispose();

    private WarcRecord StepOver(WarcFields fields, long length, bool wasWanted)
    {
        if (!window.SkipFar(length))
        {
            return new(count, fields, [], "the file ends inside the record", ProblemKind.Unreadable);
        }

        if (!AtBoundary(0))
        {
            return Lost("its length is wrong; what stands before the next record was passed over", fields);
        }

        return new(count, fields, [], wasWanted ? $"it is larger than {ArticleLimits.File >> 20} MiB" : null, ProblemKind.TooLarge);
    }

    private WarcRecord Take(WarcFields fields, int length)
    {
        var isWhole = window.Ensure(length);
        if (isWhole && AtBoundary(length))
        {
            var content = window.Bytes[..length].ToArray();
            window.Skip(length);
            return new(count, fields, content, null);
        }

        // Too long, and the next record stands inside what it claims; or too short, and the next one stands further on.
        var next = window.Find(Boundary, (int)ArticleLimits.File);
        if (next < 0 && !isWhole)
        {
            window.Skip(window.Bytes.Length);
            return new(count, fields, [], "the file ends inside the record", ProblemKind.Unreadable);
        }

        return Lost("its length is wrong", fields);
    }

    // Two line ends follow a record, then the next one or the end. Some programs write fewer.
    private bool AtBoundary(int offset)
    {
        window.Ensure(offset + Boundary.Length);
        var after = window.Bytes[offset..].TrimStart("\r\n"u8);
        return after.IsEmpty || after.StartsWith(Start) || Start.StartsWith(after);
    }

    private WarcRecord Lost(string problem, WarcFields? fields = null)
    {
        fields ??= WarcFields.Parse([]);
        while (true)
        {
            var next = window.Find(Boundary, LongestHead);
            if (next >= 0)
            {
                window.Skip(next);
                return new(count, fields, [], problem);
            }

            // Beginnings are searched for piece by piece: what lies between may be of any size.
            var passed = Math.Max(0, window.Bytes.Length - Boundary.Length);
            if (passed == 0 || !window.Ensure(window.Bytes.Length + 1))
            {
                window.Skip(window.Bytes.Length);
                return new(count, fields, [], problem);
            }

            window.Skip(passed);
        }
    }

    private void SkipLineEnds()
    {
        while (window.Ensure(1) && window.Bytes[0] is (byte)'\r' or (byte)'\n')
        {
            window.Skip(1);
        }
    }
}
