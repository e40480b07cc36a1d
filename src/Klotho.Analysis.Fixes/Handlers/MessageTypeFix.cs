using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Handlers;

/// <summary>Takes the message that is published, where the handler's code stands with it.</summary>
internal sealed class MessageTypeFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [TopicRules.MessageTypeMismatch];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (place.Shown.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || place.Model.GetDeclaredSymbol(method, place.Cancel)?.Parameters.FirstOrDefault(parameter => HandlerShape.KnownArgument(parameter) is null) is not { } message
            || method.ParameterList.Parameters[message.Ordinal].Type is not { } taken
            || Published(place) is not { } published)
        {
            return [];
        }

        var name = published.ToMinimalDisplayString(place.Model, taken.SpanStart);
        return [new($"Take '{name}'", CodeChange.Replace(taken, name))];
    }

    /// <summary>What is published, as it is declared where the other end of the topic stands.</summary>
    private static ITypeSymbol? Published(FixPlace place)
    {
        foreach (var location in place.Diagnostic.AdditionalLocations)
        {
            if (location.SourceTree is { } tree && place.Model.Compilation.ContainsSyntaxTree(tree))
            {
                var model = place.Model.Compilation.GetSemanticModel(tree);
                var types = tree.GetRoot(place.Cancel).FindNode(location.SourceSpan).AncestorsAndSelf().SelectMany(node => node.ChildNodes().Prepend(node)).OfType<GenericNameSyntax>();
                if (types.Select(type => model.GetTypeInfo(type, place.Cancel).Type).OfType<INamedTypeSymbol>().FirstOrDefault(type => type.Is("Klotho.ITopic`1")) is { } topic)
                {
                    return topic.TypeArguments[0];
                }
            }
        }

        return null;
    }
}
