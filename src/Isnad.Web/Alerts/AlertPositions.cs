using System.Text.Json;

namespace Isnad.Web.Alerts;

/// <summary>
/// How far each alert has come, in a file: what was taken in up to there is delivered. It is written after a delivery and replaced as
/// a whole, so that what is lost with the power is delivered twice rather than never.
/// </summary>
internal sealed class AlertPositions
{
    private readonly string file;
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, long> positions = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public AlertPositions(string file)
    {
        this.file = file;
        if (!File.Exists(file))
        {
            return;
        }

        try
        {
            positions = new(JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllBytes(file)) ?? [], StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{file}: this is no JSON object of positions; without the file alerts begin with what comes in from now on");
        }
    }

    public long? Of(string alert)
    {
        lock (gate)
        {
            return positions.TryGetValue(alert, out var position) ? position : null;
        }
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Set(string alert, long position)
    {
        lock (gate)
        {
            positions[alert] = position;
            var fresh = file + ".new";
            using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                JsonSerializer.Serialize(stream, positions);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, file, overwrite: true);
        }
    }
}
