namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>Finds what was kept for good, in a unit of its own.</summary>
internal interface IArchive
{
    Task<string?> FindAsync(string order, CancellationToken cancel);
}
