using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>One control of AWS Foundational Security Best Practices as a check of resources, and a change of a resource that it must notice.</summary>
/// <param name="Id">Its id at AWS: <c>S3.5</c>.</param>
/// <param name="Title">What it asks for, in our words.</param>
/// <param name="Type">The resources that it is about.</param>
/// <param name="Holds">Whether a resource satisfies it.</param>
/// <param name="Breaks">Makes a graph in which a resource that did no longer does.</param>
internal sealed record Control(
    string Id, string Title, string Type, Func<ControlledResource, bool> Holds, Func<ControlledResource, ResourceGraph> Breaks)
{
    /// <summary>The other types that it is about.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Where it says something; everywhere by default.</summary>
    public Func<ControlledResource, bool> Concerns { get; init; } = _ => true;

    /// <summary>The parameter that satisfies it and its default, or what else does.</summary>
    public string By { get; init; } = "";

    /// <summary>Whether it says something about the resource.</summary>
    public bool IsAbout(ControlledResource resource) => (resource.Resource.Type.Value == Type || Also.Contains(resource.Resource.Type.Value)) && Concerns(resource);

    /// <summary>An input must be this.</summary>
    public static Control Truth(string id, string title, string type, string path, bool value = true) => new(
        id, title, type, resource => resource.Truth(path) == value, resource => resource.With(path, !value));

    /// <summary>An input must be absent or false.</summary>
    public static Control Off(string id, string title, string type, string path) => new(
        id, title, type, resource => resource.Truth(path) != true, resource => resource.With(path, true));

    /// <summary>An input must be there.</summary>
    public static Control Given(string id, string title, string type, string path) => new(
        id, title, type, resource => resource.Values(path).Count > 0, resource => resource.Without(path));

    /// <summary>No statement of the resource's policy may concern everybody.</summary>
    public static Control NotForEverybody(string id, string title, string type, string input, string policyType, string policyOf, string action) => new(
        id, title, type,
        resource => resource.Related(policyType, policyOf).All(policy => !policy.Statements(input).Any(statement =>
            Statement.Is(statement, "Allow") && Statement.Principals(statement).Contains("*") && Statement.Covers(statement, action))),
        resource => resource.Related(policyType, policyOf).First().WithStatement(input, InputValue.Map.Of(
            new("Effect", "Allow"), new("Principal", "*"), new("Action", action), new("Resource", "*"))))
    {
        Concerns = resource => resource.Related(policyType, policyOf).Any(),
    };
}
