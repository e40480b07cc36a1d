using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>The components of a large application, a part in each file.</summary>
internal static class PartFiles
{
    // Imports run before all else in a file, so that what comes first has to be one.
    private const string First = "./transformations";

    /// <summary>Imports every part in order, and the components that outputs refer to.</summary>
    public static void Import(CodeText code, ComponentSet components, EquatableArray<StackOutput> outputs)
    {
        code.Comment("The whole application, in parts: each component after those that it needs.");
        code.Line($"import \"{First}\";");
        ImportUsed(code, components, outputs.Items, everyPart: true);
    }

    /// <summary>Imports the components that outputs refer to.</summary>
    public static void ImportUsed(CodeText code, ComponentSet components, IEnumerable<StackOutput> outputs, bool everyPart)
    {
        var used = outputs.SelectMany(output => output.Value.DescendantsAndSelf().OfType<InputValue.Reference>())
            .Select(reference => components[reference.Resource].Owner)
            .ToHashSet();
        foreach (var (names, number) in components.Parts.Select((part, index) => (part.Where(component => used.Contains(component.Owner)).Select(component => component.Variable).ToList(), index + 1)))
        {
            if (everyPart || names.Count > 0)
            {
                Line(code, names, $"./part{number}");
            }
        }
    }

    public static IEnumerable<OutputFile> Print(ComponentSet components, IReadOnlySet<NodeId> needed, Func<NodeId, IEnumerable<string>> aboutOf)
    {
        var parts = components.Parts.ToList();
        var partOf = parts.SelectMany((part, index) => part.Select(component => (component.Owner, Number: index + 1))).ToDictionary(item => item.Owner, item => item.Number);
        return parts.Select((part, index) => Part(part, index + 1, components, partOf, needed, aboutOf)).Prepend(Transformations());
    }

    private static OutputFile Transformations()
    {
        var code = new CodeText();
        new SourceHead([], []).Write(code, [("transform", "./customize"), ("addTags", "./tags")]);
        IndexFile.Register(code);
        return new(new("infra/transformations.ts"), code.ToString());
    }

    private static OutputFile Part(Component[] part, int number, ComponentSet components, Dictionary<NodeId, int> partOf, IReadOnlySet<NodeId> needed, Func<NodeId, IEnumerable<string>> aboutOf)
    {
        var code = new CodeText();
        code.Line(SourceHead.Notice);
        foreach (var type in part.Select(component => components.ClassOf(component.Owner)).Distinct(StringComparer.Ordinal))
        {
            code.Line($"import {{ {type} }} from \"./{ComponentFile.ModuleOf(type)}\";");
        }

        var others = part.SelectMany(component => component.Needs.Items).Distinct().Where(need => partOf[need] != number).ToLookup(need => partOf[need]);
        foreach (var other in others.OrderBy(group => group.Key))
        {
            Line(code, other.Order().Select(need => components.Of(need).Variable), $"./part{other.Key}");
        }

        code.Line();
        IndexFile.Create(code, components, part, aboutOf, component => needed.Contains(component.Owner) ? $"export const {component.Variable} = " : "");
        return new(new($"infra/part{number}.ts"), code.ToString());
    }

    private static void Line(CodeText code, IEnumerable<string> names, string file)
    {
        var text = string.Join(", ", names);
        code.Line(text.Length == 0 ? $"import \"{file}\";" : $"import {{ {text} }} from \"{file}\";");
    }
}
