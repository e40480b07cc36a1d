using System.Globalization;

namespace Klotho.Planning.Plans;

/// <summary>A parameter's value; exactly the scalars that YAML and the emitted programs share.</summary>
public abstract record ParameterValue
{
    public sealed record Text(string Value) : ParameterValue
    {
        public override string ToString() => Value;
    }

    public sealed record Whole(long Value) : ParameterValue
    {
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Truth(bool Value) : ParameterValue
    {
        public override string ToString() => Value ? "true" : "false";
    }
}
