namespace Klotho.Analysis.Capabilities.Persist;

/// <summary>The attribute that all kinds of stores share.</summary>
internal static class PersistAttribute
{
    public const string MetadataName = "Klotho.PersistAttribute";
}
