namespace Klotho.Cli.Loading;

/// <summary>Which of the compiler's errors are looked for.</summary>
internal enum CSharpChecking
{
    /// <summary>All of them: every body is bound.</summary>
    Everything,

    /// <summary>Those of declarations; the bodies that no unit comes to are left to the build, and what the analysis cannot read makes it everything.</summary>
    WhatIsRead,
}
