using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Expose;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Capabilities.Sensitive;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Annotations;

/// <summary>Removes an attribute that does nothing where it stands.</summary>
internal sealed class NeedlessAttributeFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [UnitBoundaryRules.NeverRepeated, TopicRules.NoMessagesToHandleOnce, SensitiveRules.HidesNothing, GatewayRules.TwoGateways];

    public IEnumerable<CodeEdit> Propose(FixPlace place) => AttributeOf(place.Shown) is { Parent: AttributeListSyntax list } attribute
        ? [new($"Remove [{attribute.Name}]", list.Attributes.Count == 1 ? WithItsLine(list) : Among(list.Attributes, attribute))]
        : [];

    private static AttributeSyntax? AttributeOf(SyntaxNode shown) =>
        shown.FirstAncestorOrSelf<AttributeSyntax>() ?? (shown is AttributeListSyntax { Attributes: { Count: 1 } all } ? all[0] : null);

    private static CodeChange Among(SeparatedSyntaxList<AttributeSyntax> all, AttributeSyntax attribute) => all.IndexOf(attribute) is > 0 and var index
        ? CodeChange.Remove(attribute, all[index - 1].Span.End, attribute.Span.End)
        : CodeChange.Remove(attribute, attribute.SpanStart, all[1].SpanStart);

    private static CodeChange WithItsLine(AttributeListSyntax list)
    {
        var hasLine = list.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var indentation = hasLine && list.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.Span.Length : 0;
        return CodeChange.Remove(list, list.SpanStart - indentation, list.FullSpan.End);
    }
}
