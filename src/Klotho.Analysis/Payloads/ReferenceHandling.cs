using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Payloads;

/// <summary>Whether the application tells the serializer of payloads what to do with an object that it meets again.</summary>
internal static class ReferenceHandling
{
    private const string Option = "ReferenceHandler";

    // Payloads are written with the options of ASP.NET Core's endpoints.
    private static readonly string[] Configuring = ["ConfigureHttpJsonOptions", "Configure", "PostConfigure", "ConfigureAll", "PostConfigureAll"];

    public static bool IsGiven(SourceProgram program, CancellationToken cancel) =>
        program.Files.Any(file => file.GetText(cancel).ToString().Contains(Option) && file.GetRoot(cancel).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(IsGiven));

    private static bool IsGiven(AssignmentExpressionSyntax assignment) =>
        assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Option }
        && !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression)
        && assignment.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => Configuring.Contains(NameOf(call.Expression)));

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
