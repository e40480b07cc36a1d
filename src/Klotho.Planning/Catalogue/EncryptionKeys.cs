namespace Klotho.Planning.Catalogue;

/// <summary>Whose keys encrypt data at rest, in the words of klotho.yaml and of the lock file.</summary>
public static class EncryptionKeys
{
    /// <summary>The name of the choice itself.</summary>
    public const string Parameter = "encryption";

    public const string Own = "own_keys";

    public const string OfProvider = "provider_keys";
}
