namespace Klotho.Cli.Editing;

/// <summary>Lines of one text in the place of lines of another; the ends are exclusive.</summary>
internal readonly record struct LineChange(int OldStart, int OldEnd, int NewStart, int NewEnd);
