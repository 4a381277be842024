using Isnad.Web.Hosting;

namespace Isnad.Web.Pages;

/// <summary>What went wrong.</summary>
/// <param name="Message">Said to a reader.</param>
/// <param name="Code">A code of docs/diagnostics.md, where there is one.</param>
public sealed record ErrorModel(int Status, string Message, string? Code)
{
    private static readonly int[] Known = [400, 401, 403, 404, 405, 413, 429, 503];

    internal static PageAnswer Answer(RoomRequest room, int status, string? code)
    {
        var message = room.Words[$"error.{(Known.Contains(status) ? status : status < 500 ? 400 : 500)}"];
        return new(message, typeof(ErrorBody), new ErrorModel(status, message, code), new(["status", "message", "code"], [[status, message, code]])) { Status = status };
    }
}
