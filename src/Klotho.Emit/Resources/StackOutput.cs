namespace Klotho.Emit.Resources;

/// <summary>A value that a deployment reports when it is done, such as the application's address.</summary>
public sealed record StackOutput(string Name, InputValue Value, string Description);
