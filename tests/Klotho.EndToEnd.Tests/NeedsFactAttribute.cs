namespace Klotho.EndToEnd.Tests;

/// <summary>A test that starts programs of the machine. Where one is missing it is skipped and says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] programs) => Skip = Programs.WhyNot(programs);
}
