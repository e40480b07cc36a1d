using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes;

/// <summary>What a file calls and creates, by name.</summary>
internal sealed class CallsOfFile(SyntaxNode root)
{
    private readonly Lazy<ILookup<string, BaseObjectCreationExpressionSyntax>> creations = new(() => root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        .ToLookup(made => made is ObjectCreationExpressionSyntax named ? TypeName(named.Type) : "", StringComparer.Ordinal));

    public ILookup<string, InvocationExpressionSyntax> Calls { get; } = root.DescendantNodes().OfType<InvocationExpressionSyntax>().ToLookup(NameOf, StringComparer.Ordinal);

    /// <summary>By the name of the class; without one where the code does not say it.</summary>
    public ILookup<string, BaseObjectCreationExpressionSyntax> Creations => creations.Value;

    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };

    private static string TypeName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
