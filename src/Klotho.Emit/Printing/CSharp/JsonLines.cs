using System.Globalization;
using System.Text.Encodings.Web;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>
/// A document as readable JSON lines. Braces never stand next to each other, because the lines go into a raw string whose
/// holes are written with two braces.
/// </summary>
/// <param name="hole">What stands for a value that is no text.</param>
/// <param name="inside">A text between quotes.</param>
internal sealed class JsonLines(Func<InputValue, string> hole, Func<string, string> inside)
{
    private const int Width = 100;

    public IEnumerable<string> Print(InputValue value) => Print(value, "", "", "");

    private IEnumerable<string> Print(InputValue value, string indent, string lead, string end)
    {
        if (Scalar(value) is { } scalar)
        {
            return [indent + lead + scalar + end];
        }

        if (Short(value) is { } line && indent.Length + lead.Length + line.Length <= Width)
        {
            return [indent + lead + line + end];
        }

        var deeper = indent + "  ";
        return value switch
        {
            InputValue.List list => list.Items.Items
                .SelectMany((item, index) => Print(item, deeper, "", index == list.Items.Count - 1 ? "" : ","))
                .Prepend($"{indent}{lead}[").Append($"{indent}]{end}"),
            InputValue.Map map => map.Entries.Items
                .SelectMany((entry, index) => Print(entry.Value, deeper, $"{Quoted(entry.Name)}: ", index == map.Entries.Count - 1 ? "" : ","))
                .Prepend($"{indent}{lead}{{").Append($"{indent}}}{end}"),
            _ => throw new InvalidOperationException($"{value.GetType().Name} is no JSON."),
        };
    }

    /// <summary>A list or object of scalars on one line.</summary>
    private string? Short(InputValue value) => value switch
    {
        InputValue.List list when list.Items.Items.All(item => Scalar(item) is not null) =>
            $"[{string.Join(", ", list.Items.Items.Select(Scalar))}]",
        InputValue.Map { Entries: [var only] } when Scalar(only.Value) is { } scalar => $"{{ {Quoted(only.Name)}: {scalar} }}",
        _ => null,
    };

    private string? Scalar(InputValue value) => value switch
    {
        InputValue.Text text => Quoted(text.Value),
        InputValue.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Truth truth => truth.Value ? "true" : "false",
        InputValue.Interpolation interpolation => $"\"{string.Concat(interpolation.Parts.Items.Select(Inside))}\"",
        InputValue.Reference or InputValue.Lookup or InputValue.Setting => $"\"{hole(value)}\"",
        _ => null,
    };

    private string Inside(InputValue part) => part is InputValue.Text text ? inside(text.Value) : hole(part);

    private string Quoted(string text) => $"\"{inside(text)}\"";

    public static string Escaped(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
}
