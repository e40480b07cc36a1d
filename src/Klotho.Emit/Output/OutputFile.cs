namespace Klotho.Emit.Output;

/// <summary>
/// A file to write. Text is UTF-8 without a byte order mark, lines end in LF. A file that
/// <paramref name="OwnedByUser"/> is written only where none is there yet.
/// </summary>
public sealed record OutputFile(OutputPath Path, string Text, bool OwnedByUser = false)
{
    /// <summary>Whether its reader takes nothing that he does not know, not even a comment or a member that says where it is from.</summary>
    public bool IsVerbatim { get; init; }
}
