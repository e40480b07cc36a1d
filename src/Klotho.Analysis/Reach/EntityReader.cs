using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Reads what code does to the entities of EF Core contexts. By types and not by variables: wherever a set, a query or an entity comes
/// from, what is done to it is seen where it is done.
/// </summary>
internal sealed class EntityReader(SourceProgram program, ResourceTypes resources)
{
    private const string Space = "Microsoft.EntityFrameworkCore";

    private static readonly string[] Changes = ["Add", "Update", "Remove", "Attach", "Entry"];
    private static readonly string[] Keepers = ["System.Linq", "System.Text.Json", "Microsoft.AspNetCore", Space];

    public void Read(IOperation operation, IMethodSymbol body, BodySummary summary)
    {
        if (!resources.HasEntities || IsModel(body))
        {
            return;
        }

        var at = operation.Syntax.GetLocation();
        switch (operation)
        {
            case IInvocationOperation call:
                ReadCall(call, at, summary);
                break;
            case IPropertyReferenceOperation { Property: { } property } reference:
                ReadProperty(property, reference, at, summary);
                break;
            case IFieldReferenceOperation { Field: { } field } reference when Owner(field) is { } owner && IsAssigned(reference):
                summary.Entities.Add(new(owner, EntityAccess.Write, at));
                break;
            case IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol method } argument when Entity(Unconverted(argument.Value).Type) is { } entity && MayChange(method):
                summary.Entities.Add(new(entity, EntityAccess.Write, at));
                break;
        }
    }

    private void ReadCall(IInvocationOperation call, Location at, BodySummary summary)
    {
        var method = call.TargetMethod;
        var name = method.Name;
        var isContext = IsContext(method.ContainingType);
        if (isContext && name == "Set" || method.ContainingType.Is($"{Space}.DbSet`1") && !Changes.Any(change => name.StartsWith(change, StringComparison.Ordinal)))
        {
            summary.Entities.Add(new(Named(isContext ? method.TypeArguments.FirstOrDefault() : method.ContainingType.TypeArguments[0]), EntityAccess.Read, at));
        }
        else if (isContext && name.StartsWith("SaveChanges", StringComparison.Ordinal))
        {
            summary.Entities.Add(new(null, EntityAccess.Save, at));
        }
        else if (isContext || method.ContainingType.Is($"{Space}.DbSet`1"))
        {
            if (Changes.Any(change => name.StartsWith(change, StringComparison.Ordinal)))
            {
                summary.Entities.AddRange(Changed(call).Select(entity => new EntityUse(entity, EntityAccess.Write, at)));
            }
            else if (name.StartsWith("Find", StringComparison.Ordinal))
            {
                summary.Entities.Add(new(Named(method.TypeArguments.FirstOrDefault()), EntityAccess.Read, at));
            }
        }
        else if (method.ContainingNamespace?.ToDisplayString() == Space)
        {
            ReadExtension(method, at, summary);
        }
    }

    // SQL may do anything; a query that deletes or updates says what of.
    private static void ReadExtension(IMethodSymbol method, Location at, BodySummary summary)
    {
        if (method.Name.StartsWith("ExecuteSql", StringComparison.Ordinal) || method.Name.StartsWith("SqlQuery", StringComparison.Ordinal) || method.Name.StartsWith("FromSql", StringComparison.Ordinal)
            || method.Name is "GetDbConnection" or "Migrate" or "MigrateAsync")
        {
            summary.Entities.Add(new(null, EntityAccess.Read, at));
            summary.Entities.Add(new(null, EntityAccess.Write, at));
        }
        else if (method.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || method.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal))
        {
            summary.Entities.Add(new(Named(method.TypeArguments.FirstOrDefault()), EntityAccess.Write, at));
        }
    }

    private void ReadProperty(IPropertySymbol property, IPropertyReferenceOperation reference, Location at, BodySummary summary)
    {
        if (property.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } set && set.Is($"{Space}.DbSet`1"))
        {
            summary.Entities.Add(new(Named(arguments[0]), EntityAccess.Read, at));
            return;
        }

        if (Owner(property) is not { } owner)
        {
            return;
        }

        if (IsAssigned(reference))
        {
            summary.Entities.Add(new(owner, EntityAccess.Write, at));
        }

        // A way to another entity.
        var element = Entity(property.Type) ?? (property.Type as INamedTypeSymbol)?.TypeArguments.Select(Entity).FirstOrDefault(each => each is not null);
        if (element is not null)
        {
            summary.Entities.Add(new(element, EntityAccess.Read, at));
            if (IsAssigned(reference) || (Entity(property.Type) is null && !IsOnlyRead(reference)))
            {
                summary.Entities.Add(new(element, EntityAccess.Write, at));
            }
        }
    }

    // The types of what is added, or of the set that it is added to; a list of any objects is not known.
    private IEnumerable<INamedTypeSymbol?> Changed(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.TypeArguments.FirstOrDefault() is { } entity)
        {
            return [Named(entity)];
        }

        var values = call.Arguments.Select(argument => Unconverted(argument.Value))
            .SelectMany(value => value is IArrayCreationOperation { Initializer: { } elements } ? elements.ElementValues.Select(Unconverted) : [value])
            .Where(value => value.Type is { IsValueType: false } && value is not IDefaultValueOperation && !value.ConstantValue.HasValue)
            .Select(value => value.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } many && Entity(many) is null ? arguments[0] : value.Type)
            .ToList();
        return values.Count == 0 ? [null] : values.Select(type => type?.SpecialType == SpecialType.System_Object ? null : Named(type));
    }

    private static IOperation Unconverted(IOperation value) => ServiceResolution.Unconverted(value);

    private static INamedTypeSymbol? Named(ITypeSymbol? type) => type as INamedTypeSymbol;

    private INamedTypeSymbol? Entity(ITypeSymbol? type) => type is INamedTypeSymbol named && resources.IsEntity(named) ? named : null;

    // The entity whose member it is; members of what entities derive from are theirs too.
    private INamedTypeSymbol? Owner(ISymbol member) => member.IsStatic || member.ContainingType is null ? null : resources.EntityWithMembersOf(member.ContainingType);

    // What a new entity begins with changes nothing that is saved.
    private static bool IsAssigned(IOperation reference) => reference.Parent switch
    {
        IObjectOrCollectionInitializerOperation => false,
        ISimpleAssignmentOperation assignment => assignment.Target == reference && assignment.Parent is not IObjectOrCollectionInitializerOperation,
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => Surroundings.IsDeconstructionTarget(tuple),
        _ => false,
    };

    private static bool IsOnlyRead(IOperation reference)
    {
        var current = reference;
        while (current.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol method } => !MayChangeCollection(method),
            IForEachLoopOperation or IReturnOperation or IBinaryOperation or IIsPatternOperation or IPropertyReferenceOperation => true,
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => false,
            _ => false,
        };
    }

    private static bool MayChangeCollection(IMethodSymbol method) => !IsKeeper(method);

    private bool MayChange(IMethodSymbol method) => !program.Declares(method) && method.ContainingNamespace?.ToDisplayString() is not ("System" or "System.Threading.Tasks")
        && method.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) != true && !IsKeeper(method);

    private static bool IsKeeper(IMethodSymbol method) =>
        Keepers.Any(keeper => method.ContainingNamespace?.ToDisplayString().StartsWith(keeper, StringComparison.Ordinal) == true);

    // What describes the model names entities and touches none.
    private static bool IsModel(IMethodSymbol body) =>
        body.Parameters.Any(parameter => parameter.Type.Is($"{Space}.ModelBuilder") || parameter.Type.Is($"{Space}.Metadata.Builders.EntityTypeBuilder`1"));

    private static bool IsContext(INamedTypeSymbol type) => type.Is($"{Space}.DbContext") || type.DerivesFrom($"{Space}.DbContext");
}
