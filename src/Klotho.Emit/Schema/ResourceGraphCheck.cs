using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>
/// Holds a resource graph to its invariants and to the providers' schemas. What it finds is a bug of a lowering, never the
/// user's mistake: an unknown or missing input, a value of the wrong type, a reference that ends nowhere, a circle.
/// </summary>
public static class ResourceGraphCheck
{
    public static IEnumerable<string> Problems(ResourceGraph graph, ProviderSchema schema)
    {
        var byName = graph.Resources.Items.ToLookup(resource => resource.Name);
        return byName.Where(group => group.Count() > 1).Select(group => $"{group.Key}: the name is used {group.Count()} times")
            .Concat(graph.Resources.Items.SelectMany(resource => Check(resource, byName, schema)))
            .Concat(graph.Outputs.Items.SelectMany(output => References(output.Value, output.Name, byName, schema)))
            .Concat(Circles(graph));
    }

    /// <summary>The resources that a resource needs to exist first.</summary>
    public static IEnumerable<ResourceName> Needs(Resource resource) =>
        resource.Inputs.DescendantsAndSelf().OfType<InputValue.Reference>().Select(reference => reference.Resource)
            .Concat(resource.Options.DependsOn.Items)
            .Concat(resource.Options.Provider is { } provider ? [provider] : []);

    private static IEnumerable<string> Check(Resource resource, ILookup<ResourceName, Resource> byName, ProviderSchema schema)
    {
        if (schema.FindResource(resource.Type) is not { } type)
        {
            return [$"{resource.Name}: {resource.Type} is not in the schema"];
        }

        return (type.Deprecated ? new[] { $"{resource.Name}: {resource.Type} is deprecated" } : [])
            .Concat(InputCheck.Problems(resource.Inputs, resource.Type.Value, type.Inputs, resource.Name.Value, schema))
            .Concat(References(resource.Inputs, resource.Name.Value, byName, schema))
            .Concat(resource.Options.DependsOn.Items.Where(name => !byName.Contains(name)).Select(name => $"{resource.Name}: depends on {name}, which is not there"))
            .Concat(resource.Options.Provider is { } provider && !byName[provider].Any(found => found.Type.IsProvider) ? [$"{resource.Name}: {provider} is no provider"] : [])
            .Concat(resource.Options.IgnoreChanges.Items.Where(name => type.Inputs.Items.All(input => input.Name != name)).Select(name => $"{resource.Name}: ignores changes of {name}, which is no input"));
    }

    private static IEnumerable<string> References(InputValue value, string where, ILookup<ResourceName, Resource> byName, ProviderSchema schema)
    {
        foreach (var part in value.DescendantsAndSelf())
        {
            var problem = part switch
            {
                InputValue.Reference reference when !byName.Contains(reference.Resource) => $"{where}: refers to {reference.Resource}, which is not there",
                InputValue.Reference reference => Output(reference, byName[reference.Resource].First(), where, schema),
                InputValue.Lookup lookup when schema.FindFunction(lookup.Function) is not { } function => $"{where}: {lookup.Function} is not in the schema",
                InputValue.Lookup lookup when !Has(schema.FindFunction(lookup.Function), lookup.Output) => $"{where}: {lookup.Function} answers no {lookup.Output}",
                // Lookups stand before all resources.
                InputValue.Lookup { Arguments: { } arguments } lookup when arguments.DescendantsAndSelf().OfType<InputValue.Reference>().Any() =>
                    $"{where}: {lookup.Function} is given an output",
                InputValue.Lookup { Arguments: { } arguments } lookup when schema.FindFunction(lookup.Function) is { } function =>
                    InputCheck.Problems(arguments, lookup.Function.Value, function.Inputs, $"{where}.{lookup.Function}", schema).FirstOrDefault(),
                _ => null,
            };
            if (problem is not null)
            {
                yield return problem;
            }
        }
    }

    private static string? Output(InputValue.Reference reference, Resource resource, string where, ProviderSchema schema) =>
        schema.FindResource(resource.Type) is { } type && OutputReference.Of(reference.Output).Resolve(type, schema) is null
            ? $"{where}: {resource.Type} has no output {reference.Output}"
            : null;

    private static bool Has(ResourceSchema? type, string output) =>
        type is null || type.Outputs.Items.Any(candidate => candidate.Name == output && !candidate.Deprecated);

    private static IEnumerable<string> Circles(ResourceGraph graph)
    {
        var open = graph.Resources.Items.DistinctBy(resource => resource.Name).ToDictionary(resource => resource.Name, resource => Needs(resource).ToHashSet());
        while (open.Where(item => !item.Value.Any(open.ContainsKey)).Select(item => item.Key).ToList() is { Count: > 0 } free)
        {
            free.ForEach(name => open.Remove(name));
        }

        return open.Keys.Order().Select(name => $"{name}: needs itself, by way of others");
    }
}
