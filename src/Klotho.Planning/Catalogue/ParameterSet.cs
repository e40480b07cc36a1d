using Klotho.Analysis.Collections;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// The values of a candidate's parameters in one variant: what directives fix, then what the variant chooses, then what the
/// code suggests, then the defaults. It never goes against a directive, and never beyond what a parameter allows.
/// </summary>
public sealed class ParameterSet
{
    private readonly Candidate candidate;
    private readonly VariantContext context;
    private readonly Dictionary<string, ParameterValue> given;
    private readonly EquatableArray<VariantParameter> chosen;

    private ParameterSet(
        Candidate candidate, VariantContext context, Dictionary<string, ParameterValue> given, EquatableArray<VariantParameter> chosen)
    {
        this.candidate = candidate;
        this.context = context;
        this.given = given;
        this.chosen = chosen;
    }

    /// <summary>Whether data must be encrypted with a key of the operator's own.</summary>
    public bool WantsOwnKey => context.Wish.OwnKeys;

    /// <summary>What the variant chooses, sorted by name.</summary>
    public EquatableArray<VariantParameter> Chosen => chosen;

    /// <summary>The parameters as they are when no variant chooses.</summary>
    public static ParameterSet Of(Candidate candidate, VariantContext context)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var inferred in candidate.Infer(context.Node, context.Graph))
        {
            values[inferred.Name] = inferred.Value;
        }

        foreach (var written in context.Written)
        {
            values[written.Name] = written.Value;
        }

        return new(candidate, context, values, EquatableArray<VariantParameter>.Empty);
    }

    public long Whole(string name) => Value(name) is ParameterValue.Whole whole ? whole.Value : throw Missing(name);

    public string Text(string name) => Value(name) is ParameterValue.Text text ? text.Value : throw Missing(name);

    public bool Truth(string name) => Value(name) is ParameterValue.Truth truth ? truth.Value : throw Missing(name);

    /// <summary>With at least that number, or the nearest that the parameter allows; as it is where a directive fixes it or it is enough.</summary>
    public ParameterSet AtLeast(string name, long? number) =>
        number is not { } least || Whole(name) >= least ? this : Set(name, new ParameterValue.Whole(Allowed(name, least)));

    public ParameterSet With(string name, string text) => Set(name, new ParameterValue.Text(text));

    public ParameterSet With(string name, bool truth) => Set(name, new ParameterValue.Truth(truth));

    private ParameterSet Set(string name, ParameterValue value)
    {
        if (context.Fixed(name) is not null || Value(name) == value)
        {
            return this;
        }

        var others = chosen.Items.Where(parameter => parameter.Name != name);
        var all = Otherwise(name) == value ? others : others.Append(new(name, value));
        return new(candidate, context, given, all.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    private ParameterValue Value(string name)
    {
        foreach (var parameter in chosen)
        {
            if (parameter.Name == name)
            {
                return parameter.Value;
            }
        }

        return Otherwise(name);
    }

    /// <summary>The value where no variant chooses.</summary>
    private ParameterValue Otherwise(string name)
    {
        if (given.TryGetValue(name, out var value))
        {
            return value;
        }

        foreach (var spec in candidate.Parameters)
        {
            if (spec.Name == name)
            {
                return spec.Default;
            }
        }

        throw Missing(name);
    }

    private long Allowed(string name, long least)
    {
        var spec = candidate.Parameters.Items.First(spec => spec.Name == name);
        var choices = spec.Choices.Items.OfType<ParameterValue.Whole>().Select(choice => choice.Value).ToList();
        return choices.Count == 0 ? Math.Min(least, spec.Maximum ?? least)
            : choices.Any(choice => choice >= least) ? choices.Where(choice => choice >= least).Min()
            : choices.Max();
    }

    private InvalidOperationException Missing(string name) => new($"{candidate.Type} has no parameter {name} of the type that it reads.");
}
