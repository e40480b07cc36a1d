namespace Klotho.Cli.Doctor;

/// <summary>What a prerequisite is needed for.</summary>
internal enum Need
{
    /// <summary>To compile and run applications at all.</summary>
    Always,

    /// <summary>For some applications or commands.</summary>
    Sometimes,

    /// <summary>To deploy what is compiled.</summary>
    Deploying,
}
