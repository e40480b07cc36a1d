using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Capabilities.Schedule;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Fixes.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Handlers;

/// <summary>Has a method that the runtime calls look as it must: of an instance, visible, and returning a task.</summary>
internal sealed class HandlerSignatureFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [TopicRules.HandlerSignature, ScheduleRules.Signature];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        // Which parameters it is to have, or of which type a generic class is, is for the author to say.
        if (place.Shown.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || place.Model.GetDeclaredSymbol(method, place.Cancel) is not { IsGenericMethod: false, IsAbstract: false, ContainingType: { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false } } symbol
            || symbol.Parameters.Count(parameter => HandlerShape.KnownArgument(parameter) is null) != (place.Diagnostic.Id == TopicRules.HandlerSignature.Code.Value ? 1 : 0)
            || Returned(method, symbol, place) is not { } returned)
        {
            return [];
        }

        var byReference = method.ParameterList.Parameters.SelectMany(parameter => parameter.Modifiers).Where(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword);
        CodeChange[] changes = [.. Modifiers(method, symbol), .. returned, .. byReference.Select(CodeChange.Remove)];
        return changes.Length == 0 ? [] : [new(Title(symbol, returned), changes) { Redeclared = [symbol.Name] }];
    }

    private static string Title(IMethodSymbol method, IReadOnlyList<CodeChange> returned) =>
        $"Have '{method.Name}' {string.Join(", ", new[] { method.IsStatic ? "belong to an instance" : null, IsHidden(method) ? "be public" : null, returned.Count > 0 ? "return Task" : null }.OfType<string>().DefaultIfEmpty("take the message by value"))}";

    private static IEnumerable<CodeChange> Modifiers(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        var hiding = IsHidden(symbol) ? method.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword).ToList() : [];
        if (IsHidden(symbol))
        {
            yield return hiding.Count > 0 ? CodeChange.Replace(hiding[0], "public") : CodeChange.Insert(method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType, "public ");
        }

        foreach (var modifier in hiding.Skip(1).Concat(method.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.StaticKeyword))))
        {
            yield return CodeChange.Remove(modifier);
        }
    }

    private static IReadOnlyList<CodeChange>? Returned(MethodDeclarationSyntax method, IMethodSymbol symbol, FixPlace place) =>
        symbol.ReturnType.Is("System.Threading.Tasks.Task") || symbol.ReturnType.Is("System.Threading.Tasks.ValueTask") ? []
        : symbol.ReturnsVoid ? TaskBody.Of(method, place.Model, place.Cancel)
        : null;

    private static bool IsHidden(IMethodSymbol method) => method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
}
