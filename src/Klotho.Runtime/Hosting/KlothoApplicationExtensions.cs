using Klotho.Wiring;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps Klotho into an application's pipeline.</summary>
public static class KlothoApplicationExtensions
{
    /// <summary>
    /// Maps Klotho's endpoints (below <c>/_klotho/</c>: health, dead letters, calls between units) and serves the
    /// static units. The application's own routes win over a static unit's files.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddKlotho</c> was not called.</exception>
    public static WebApplication MapKlotho(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        KlothoRegistration.Map(app);
        return app;
    }
}
