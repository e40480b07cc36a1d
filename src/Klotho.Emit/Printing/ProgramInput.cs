using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Facts;

namespace Klotho.Emit.Printing;

/// <summary>What a program is printed from, in whatever language.</summary>
/// <param name="App">The application, which names the program.</param>
/// <param name="Project">Names the project for the deployment engine.</param>
/// <param name="Region">Where everything stands; null where each stack says it.</param>
/// <param name="Resources">What the program declares.</param>
/// <param name="NounOf">What a node is, which its component is named after.</param>
/// <param name="NameOf">A node's part of resource names, and its component's name for the deployment engine.</param>
/// <param name="TypeOf">What hosts a node, in one word; null for what nodes share.</param>
/// <param name="AboutOf">Where a node comes from and why it is hosted as it is: the component's comment.</param>
public sealed record ProgramInput(
    AppName App,
    string Project,
    RegionName? Region,
    ResourceGraph Resources,
    Func<NodeId, string> NounOf,
    Func<NodeId, string> NameOf,
    Func<NodeId, string?> TypeOf,
    Func<NodeId, IEnumerable<string>> AboutOf);
