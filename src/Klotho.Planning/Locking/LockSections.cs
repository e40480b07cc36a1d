using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking.Json;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Locking;

/// <summary>Makes a lock of the sections of its file.</summary>
internal static class LockSections
{
    public static PlanLock Read(LockFields root)
    {
        // Written for people and tools that compare; nothing rests on it here.
        root.Text(LockKeys.Digest);
        var app = root.Text(LockKeys.App);
        var (capabilities, nodes) = Nodes(root.Section(LockKeys.Nodes));
        var read = new PlanLock(nodes)
        {
            App = app,
            Project = root.OptionalText(LockKeys.Project) ?? app,
            Provider = root.Text(LockKeys.Provider),
            Region = root.OptionalText(LockKeys.Region) ?? "",
            Cost = Cost(root.Section(LockKeys.Cost)),
            Facilities = root.Section(LockKeys.Facilities) is { } facilities
                ? facilities.All.Select(facility => new LockedFacility(new(facility.Name), facilities.Usd(facility.Value, facility.Name))).OrderBy(facility => facility.Id).ToEquatableArray()
                : EquatableArray<LockedFacility>.Empty,
            Capabilities = capabilities,
            Routes = Routes(root.Section(LockKeys.Routes)),
            Edges = Edges(root.Section(LockKeys.Edges)),
            Schemas = Schemas(root.Section(LockKeys.Schemas)),
            Accepted = root.Items(LockKeys.Accepted).Select(item => Accepted(item, root)).OfType<AcceptedChange>().Order().ToEquatableArray(),
        };
        root.Close();
        return read;
    }

    private static LockedCost Cost(LockFields? fields)
    {
        if (fields is null)
        {
            return LockedCost.Nothing;
        }

        var cost = new LockedCost(fields.Usd(LockKeys.Low), fields.Usd(LockKeys.Expected), fields.Usd(LockKeys.High));
        fields.Close();
        return cost;
    }

    private static (EquatableArray<LockedCapability> Capabilities, EquatableArray<LockedNode> Nodes) Nodes(LockFields? section)
    {
        var capabilities = new List<LockedCapability>();
        var nodes = new List<LockedNode>();
        foreach (var entry in section?.All ?? [])
        {
            if (section is null || Id(entry, section) is not { } id || LockFields.Of(entry.Value, $"`{entry.Name}`", section.Faults) is not { } fields)
            {
                continue;
            }

            capabilities.Add(new(id, Facts(fields.OptionalSection(LockKeys.Facts))));
            if (fields.OptionalText(LockKeys.Type) is { } type)
            {
                nodes.Add(new(id, new(type), fields.Text(LockKeys.Name), fields.Truth(LockKeys.Stateful))
                {
                    Parameters = Parameters(fields.OptionalSection(LockKeys.Parameters)),
                    Permanent = fields.OptionalItems(LockKeys.Permanent).Select(item => fields.AsText(item, LockKeys.Permanent)).Order(StringComparer.Ordinal).ToEquatableArray(),
                    Monthly = fields.Usd(LockKeys.Monthly),
                });
            }

            fields.Close();
        }

        return (capabilities.OrderBy(capability => capability.Id).ToEquatableArray(), nodes.OrderBy(node => node.Id).ToEquatableArray());
    }

    private static EquatableArray<NodeProperty> Facts(LockFields? fields) => fields is null
        ? EquatableArray<NodeProperty>.Empty
        : fields.All.Select(fact => new NodeProperty(fact.Name, fields.AsText(fact.Value, fact.Name))).OrderBy(fact => fact.Name, StringComparer.Ordinal).ToEquatableArray();

    private static EquatableArray<LockedParameter> Parameters(LockFields? fields) => fields is null
        ? EquatableArray<LockedParameter>.Empty
        : fields.All.Select(member => new LockedParameter(member.Name, Value(member, fields))).OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToEquatableArray();

    private static ParameterValue Value(JsonMember member, LockFields fields) => member.Value switch
    {
        JsonTree.Truth truth => new ParameterValue.Truth(truth.Value),
        JsonTree.Number number when long.TryParse(number.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new ParameterValue.Whole(whole),
        var value => new ParameterValue.Text(fields.AsText(value, member.Name)),
    };

    private static EquatableArray<LockedRoute> Routes(LockFields? section)
    {
        var routes = new List<LockedRoute>();
        foreach (var entry in section?.All ?? [])
        {
            if (section is not null && LockFields.Of(entry.Value, $"`{entry.Name}`", section.Faults) is { } fields)
            {
                var unit = fields.OptionalText(LockKeys.Unit);
                routes.Add(new(
                    new(LockedKinds.Route, entry.Name),
                    unit is null ? null : new NodeId(LockedKinds.Unit, unit),
                    fields.OptionalItems(LockKeys.Gateways).Select(item => new NodeId(LockedKinds.Gateway, fields.AsText(item, LockKeys.Gateways))).Order().ToEquatableArray())
                {
                    Demands = fields.OptionalItems(LockKeys.Demands).Select(item => fields.AsText(item, LockKeys.Demands)).Order(StringComparer.Ordinal).ToEquatableArray(),
                });
                fields.Close();
            }
        }

        return routes.OrderBy(route => route.Id).ToEquatableArray();
    }

    private static EquatableArray<LockedEdge> Edges(LockFields? section)
    {
        var edges = new List<LockedEdge>();
        foreach (var entry in section?.All ?? [])
        {
            if (section is null)
            {
                continue;
            }

            if (entry.Name.Split(' ') is [var from, var word, var to] && LockedWord.EdgeOf(word) is { } kind && Parse(from) is { } source && Parse(to) is { } target)
            {
                edges.Add(new(source, kind, target, section.Items(entry.Value, entry.Name).Select(item => section.AsText(item, entry.Name)).Order(StringComparer.Ordinal).ToEquatableArray()));
            }
            else
            {
                section.Faults.Add(entry.NameLocation, $"`{entry.Name}` is no edge");
            }
        }

        return edges.Order().ToEquatableArray();
    }

    private static EquatableArray<LockedSchema> Schemas(LockFields? section)
    {
        var schemas = new List<LockedSchema>();
        foreach (var entry in section?.All ?? [])
        {
            if (entry.Name.Split(' ', 3) is [var node, var word, .. var name] && Parse(node) is { } id && LockedWord.RoleOf(word) is { } role && SchemaTree.Read(entry.Value) is { } schema)
            {
                schemas.Add(new(id, role, string.Concat(name), schema));
            }
            else
            {
                section?.Faults.Add(entry.NameLocation, $"`{entry.Name}` is no schema");
            }
        }

        return schemas.Order().ToEquatableArray();
    }

    private static AcceptedChange? Accepted(JsonTree item, LockFields root)
    {
        if (LockFields.Of(item, "what was accepted", root.Faults) is not { } fields)
        {
            return null;
        }

        var accepted = new AcceptedChange(new(fields.Text(LockKeys.Change)), fields.Text(LockKeys.Reason), fields.Truth(LockKeys.Applied));
        fields.Close();
        return accepted;
    }

    private static NodeId? Id(JsonMember entry, LockFields section)
    {
        var id = Parse(entry.Name);
        if (id is null)
        {
            section.Faults.Add(entry.NameLocation, $"`{entry.Name}` is no node");
        }

        return id;
    }

    private static NodeId? Parse(string text) =>
        text.Split(':', 2) is [{ Length: > 0 } kind, { Length: > 0 } name] ? new NodeId(new(kind), name) : null;
}
