namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>An order in the archive.</summary>
internal sealed class Record
{
    public required string Id { get; init; }

    public required string Text { get; init; }
}
