namespace Klotho.Analysis.Graph;

/// <summary>The application's name, in lower case with hyphens, as resources are named after it.</summary>
public readonly record struct AppName(string Value)
{
    public override string ToString() => Value;
}
