namespace Klotho.Planning.Differences;

/// <summary>What part of an application a change is about, in the order in which changes are told.</summary>
public enum ChangeArea
{
    /// <summary>What the code asks for.</summary>
    Capability,

    /// <summary>What is sent and stored.</summary>
    Schema,

    /// <summary>How nodes are hosted.</summary>
    Hosting,

    /// <summary>What the internet reaches.</summary>
    Route,

    /// <summary>Which unit may do what.</summary>
    Permission,
}
