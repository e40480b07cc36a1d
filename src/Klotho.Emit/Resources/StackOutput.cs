namespace Klotho.Emit.Resources;

/// <summary>A value that a deployment reports when it is done, such as the application's address.</summary>
/// <param name="Name">Unique among the outputs.</param>
/// <param name="Value">The value.</param>
/// <param name="Description">One sentence for the README and the program.</param>
/// <param name="IsCommand">Whether the value is a shell command that is to be run from the program's folder.</param>
public sealed record StackOutput(string Name, InputValue Value, string Description, bool IsCommand = false);
