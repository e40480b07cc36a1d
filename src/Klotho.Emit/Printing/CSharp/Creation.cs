using Klotho.Analysis.Graph;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Writes the statements that create components.</summary>
/// <param name="code">Where to.</param>
/// <param name="components">The components.</param>
/// <param name="aboutOf">Where a component comes from: said where it is created, if its class is that of others too.</param>
internal sealed class Creation(CodeText code, ComponentSet components, Func<NodeId, IEnumerable<string>> aboutOf)
{
    private bool begun;

    /// <param name="component">What is created.</param>
    /// <param name="lead">What it is assigned to.</param>
    /// <param name="holderOf">What holds a component that it refers to.</param>
    public void Write(Component component, string lead, Func<Component, string> holderOf)
    {
        var (names, needs) = components.ArgumentsOf(component);
        var arguments = names.Select(CSharpText.Literal).Concat(needs.Select(holderOf));
        if (components.SharedBy(component.Owner) is not null)
        {
            if (begun)
            {
                code.Line();
            }

            foreach (var line in aboutOf(component.Owner))
            {
                code.Comment(line);
            }
        }

        code.Line($"{lead} = new {components.ClassOf(component.Owner)}({string.Join(", ", arguments)});");
        begun = true;
    }
}
