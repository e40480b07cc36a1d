using System.Text;
using Klotho.Analysis.Graph;

namespace Klotho.Cli.Loading;

/// <summary>Makes an application's name out of its assembly's: <c>Klotho.Samples.SearchTheDeck</c> is <c>klotho-samples-search-the-deck</c>.</summary>
internal static class AppNames
{
    private const int Longest = 40;

    public static AppName From(string assemblyName)
    {
        var name = new StringBuilder();
        for (var index = 0; index < assemblyName.Length; index++)
        {
            var character = assemblyName[index];
            if (!char.IsAsciiLetterOrDigit(character))
            {
                Separate(name);
                continue;
            }

            if (char.IsAsciiLetterUpper(character) && StartsWord(assemblyName, index))
            {
                Separate(name);
            }

            name.Append(char.ToLowerInvariant(character));
        }

        var text = name.ToString().Trim('-');
        text = text.Length > 0 && char.IsAsciiLetter(text[0]) ? text : "app-" + text;
        return new(text[..Math.Min(text.Length, Longest)].Trim('-'));
    }

    /// <summary>An upper-case letter starts a word after a lower-case one (<c>deckApi</c>) and before one (<c>HTTPServer</c>).</summary>
    private static bool StartsWord(string name, int index) =>
        index > 0 &&
        (!char.IsAsciiLetterUpper(name[index - 1]) || (index + 1 < name.Length && char.IsAsciiLetterLower(name[index + 1])));

    private static void Separate(StringBuilder name)
    {
        if (name.Length > 0 && name[^1] != '-')
        {
            name.Append('-');
        }
    }
}
