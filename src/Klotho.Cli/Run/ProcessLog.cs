namespace Klotho.Cli.Run;

/// <summary>Prints the lines of several processes, each with the name of its process before it.</summary>
internal sealed class ProcessLog(IReadOnlyList<string> names, bool colour)
{
    private static readonly string[] Colours = ["\e[36m", "\e[35m", "\e[32m", "\e[33m", "\e[34m"];

    private readonly int width = names.Max(name => name.Length);
    private readonly Lock turn = new();

    public Action<string> For(string name)
    {
        var index = names.ToList().IndexOf(name);
        var prefix = name.PadRight(width) + " | ";
        var shown = colour ? Colours[index % Colours.Length] + prefix + "\e[0m" : prefix;
        return line =>
        {
            lock (turn)
            {
                Console.Out.WriteLine(shown + line);
            }
        };
    }
}
