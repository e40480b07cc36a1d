using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Analysis.Annotations;

/// <summary>Names as generated code writes them.</summary>
public static class CSharpName
{
    /// <summary>Text as an identifier, with everything that none may hold replaced: <c>Shop.Orders</c> → <c>Shop_Orders</c>.</summary>
    public static string From(string text)
    {
        var name = new string(text.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_').ToArray());
        return name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
    }

    /// <summary>A name of the user's, escaped where it is a keyword somewhere: <c>event</c> → <c>@event</c>.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
