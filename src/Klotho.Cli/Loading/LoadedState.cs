namespace Klotho.Cli.Loading;

/// <summary>A load and the state of everything that it depended on: while that is the same, so is the load.</summary>
/// <param name="Projects">What the run said.</param>
/// <param name="Files">Stamps of the files that it read or looked for, by path.</param>
/// <param name="Folders">Stamps of the folders whose files the projects take in, by path.</param>
/// <param name="Sdk">Which SDK was taken, and those beside it.</param>
/// <param name="Variables">The values of the environment's variables that the project files name.</param>
/// <param name="Names">All names that the project files name: one of these, newly set, would change the load.</param>
internal sealed record LoadedState(
    IReadOnlyList<ProjectFacts> Projects,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> Folders,
    SdkPlace Sdk,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<string> Names);
