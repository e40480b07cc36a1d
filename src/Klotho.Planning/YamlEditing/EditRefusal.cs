namespace Klotho.Planning.YamlEditing;

/// <summary>Why a text was not edited.</summary>
public enum EditRefusal
{
    /// <summary>It was.</summary>
    None,

    /// <summary>The text is no YAML that can be read.</summary>
    Unreadable,

    /// <summary>There is no such key to take away.</summary>
    NotThere,

    /// <summary>The key holds keys of its own, not a value.</summary>
    HoldsKeys,

    /// <summary>A key further up holds a value, so nothing can stand below it.</summary>
    HoldsValue,

    /// <summary>It is written in a way in which it cannot be changed alone.</summary>
    Entangled,
}
