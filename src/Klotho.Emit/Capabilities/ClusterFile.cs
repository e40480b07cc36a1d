namespace Klotho.Emit.Capabilities;

/// <summary>A value in <see cref="ClusterFiles"/>.</summary>
/// <param name="Name">Its name, which is the file's name.</param>
/// <param name="Question">What the script asks for; null for a value that it draws by itself.</param>
/// <param name="Template">
/// A text of several lines that is made of others of the secret, <c>${key}</c> standing for each; null for a value of its own.
/// </param>
public sealed record ClusterFile(string Name, string? Question = null, string? Template = null);
