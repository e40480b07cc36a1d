namespace Klotho.EntityFramework;

/// <summary>A context class and the database that it is connected to.</summary>
/// <param name="Id">The database's id.</param>
/// <param name="Context">The class.</param>
internal sealed record ContextRegistration(string Id, Type Context);
