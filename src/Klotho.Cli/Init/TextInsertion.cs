namespace Klotho.Cli.Init;

/// <summary>A text to put into a file, and why.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Position">Where in its text, without a byte order mark. Of several at one place the first comes first.</param>
/// <param name="Text">What to put there; its line breaks are <c>\n</c> whatever the file's are.</param>
/// <param name="Why">What it is for, in a few words.</param>
internal sealed record TextInsertion(string File, int Position, string Text, string Why);
