using Klotho.Planning.Configuration;
using Klotho.Planning.YamlEditing;

namespace Klotho.Planning.Editing;

/// <summary>Which key of which file is to be edited.</summary>
/// <param name="File">The file with its text; it need not exist yet.</param>
/// <param name="Above">The keys below which the environment's settings stand in the file; none for the whole application.</param>
/// <param name="Key">The key, as if it stood in a file of its own.</param>
public sealed record EditedSetting(ConfigurationFile File, KeyPath Above, KeyPath Key)
{
    /// <summary>A key in the file.</summary>
    public KeyPath InFile(KeyPath key) => key.Under([.. Above.Keys]);
}
