using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.Persist.Orm;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Which entity sets of its databases a unit reads and writes.</summary>
internal sealed class EntityFindings(UnitClosure closure, ReachInput input)
{
    private const string Query = "DbContext.Query";
    private const string Save = "DbContext.SaveChangesAsync";

    // Where the unit uses each database, whatever for.
    private readonly Dictionary<ResourceUse, (ReachedBody Body, Location At)> touched = [];

    public List<CapabilityEdge> Edges { get; } = [];

    public List<KlothoDiagnostic> Diagnostics { get; } = [];

    public void Touch(ResourceUse database, ReachedBody body, Location at)
    {
        if (!touched.ContainsKey(database))
        {
            touched[database] = (body, at);
        }
    }

    /// <summary>A message goes by the database's outbox.</summary>
    public void Publish(ResourceUse database, ReachedBody body, Location at) => Add(database, OrmNode.Outbox, "", body, at);

    public void Complete()
    {
        var uses = closure.Remarkable.SelectMany(body => body.Summary.Entities.Select(use => (Body: body, Use: use))).ToList();
        foreach (var database in touched.Keys)
        {
            var sets = (database.Sets?.Items ?? []).ToDictionary(set => set.Entity, set => set.Name, StringComparer.Ordinal);
            var own = uses.Select(each => (each.Body, each.Use, Part: PartOf(each.Use, sets))).Where(each => each.Part is not null).ToList();
            var isChanged = own.Any(each => each.Use.Access == EntityAccess.Write);
            foreach (var (body, use, part) in own.Where(each => each.Use.Access != EntityAccess.Save || !isChanged))
            {
                Add(database, use.Access == EntityAccess.Read ? Query : Save, part ?? "", body, use.At);
            }

            if (own.Count == 0)
            {
                // Neither a set nor a change: a connection is asked for, or what is not known.
                Add(database, Query, "", touched[database].Body, touched[database].At);
            }
        }
    }

    // The set that an entity is in, or its nearest base; the whole database where the entity is not known; null where another database has it.
    private string? PartOf(EntityUse use, Dictionary<string, string> sets)
    {
        if (use.Entity is null || use.Entity.TypeKind == TypeKind.Error)
        {
            return "";
        }

        for (var type = use.Entity; type is not null; type = type.BaseType)
        {
            if (sets.TryGetValue(type.FullName(), out var name))
            {
                return name;
            }
        }

        var entity = use.Entity.FullName();
        return touched.Keys.Any(other => other.Sets?.Items.Any(set => set.Entity == entity) == true) ? null : use.Entity.Name;
    }

    private void Add(ResourceUse database, string operation, string part, ReachedBody body, Location at)
    {
        var where = input.Root.At(at);
        Edges.Add(new(closure.Unit, database.Node.Id, database.Relation, new([new(operation, body.PathTo(new(part.Length == 0 ? operation : $"{operation} {part}", where))) { Part = part }])));
        if (operation == Save && database.Vouched is not null)
        {
            Diagnostics.Add(ReachRules.VouchedIsWritten.At([where, database.Location], operation, database.Node.Id.Name, closure.Unit.Name));
        }
    }
}
