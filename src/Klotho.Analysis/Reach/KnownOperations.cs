using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// What methods of the runtime do to a resource that they are given, as they say themselves (<c>[Operations("GetAsync")]</c> on the
/// parameter). The runtime's own word is taken and nobody else's: permissions depend on it.
/// </summary>
internal static class KnownOperations
{
    private const string Runtime = "Klotho.Runtime";
    private const string Attribute = "Klotho.Wiring.OperationsAttribute";

    /// <summary>Whether the runtime takes a database to read and write what is its own in it, an inbox or an outbox: that leaves no question open.</summary>
    public static bool IsOwnDatabase(IParameterSymbol parameter) =>
        parameter.ContainingAssembly?.Name.StartsWith(Runtime + ".", StringComparison.Ordinal) == true && parameter.Type.Is("Microsoft.EntityFrameworkCore.DbContext");

    /// <summary>Whether the runtime takes a database to have a message published by its outbox.</summary>
    public static bool IsOutbox(IParameterSymbol parameter) =>
        IsOwnDatabase(parameter) && parameter.ContainingSymbol is { Name: "Publish", ContainingType.Name: "KlothoOutboxContextExtensions" };

    /// <summary>The operations, as edges name them; none where the parameter says nothing.</summary>
    public static IReadOnlyList<string> Of(IParameterSymbol parameter)
    {
        if (parameter.ContainingAssembly?.Name is not { } assembly || (assembly != Runtime && !assembly.StartsWith(Runtime + ".", StringComparison.Ordinal)))
        {
            return [];
        }

        var said = parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(Attribute));
        return said?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array } members
            ? [.. members.Values.Select(member => member.Value).OfType<string>().SelectMany(name => parameter.Type.GetMembers(name)).Select(member => member.OperationName())
                .OfType<string>().Distinct()]
            : [];
    }
}
