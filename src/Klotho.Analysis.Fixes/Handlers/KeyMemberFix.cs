using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Handlers;

/// <summary>Names a member of the message that can be a key: the one that was meant, or each that can.</summary>
internal sealed class KeyMemberFix : ICodeFix
{
    private const int Most = 5;

    public IReadOnlyList<DiagnosticRule> Rules { get; } = [TopicRules.NoKey, TopicRules.NoMessageMember];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (place.Shown.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression is not { } written || place.Shown.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } marked)
        {
            return [];
        }

        var (message, reader) = place.Model.GetDeclaredSymbol(marked, place.Cancel) switch
        {
            IMethodSymbol handler => (handler.Parameters.FirstOrDefault(parameter => HandlerShape.KnownArgument(parameter) is null)?.Type, handler),
            INamedTypeSymbol type => (type, null),
            _ => default((ITypeSymbol?, ISymbol?)),
        };
        if (message is null)
        {
            return [];
        }

        var known = KeyMember.Names(message, reader).Where(name => reader is not null || MessageMemberAttribute.OrderedBy.WhatIsWrong(name, message) is null).ToList();
        var meant = place.Model.GetConstantValue(written, place.Cancel).Value is string name ? DidYouMean.Closest(name, known) : null;
        return (meant is null ? known.Take(Most) : [meant])
            .Select(member => new CodeEdit($"Take '{member}'", CodeChange.Replace(written, $"nameof({message.ToMinimalDisplayString(place.Model, written.SpanStart)}.{member})")));
    }
}
