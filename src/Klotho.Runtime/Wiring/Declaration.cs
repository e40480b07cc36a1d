using Microsoft.AspNetCore.Builder;

namespace Klotho.Wiring;

/// <summary>
/// What one annotation adds to the process: its services, and its endpoints if it has any. The source generator lists
/// the declarations of an assembly; nothing else in the runtime enumerates capabilities.
/// </summary>
public abstract class Declaration
{
    /// <summary>The annotation's id.</summary>
    public abstract string Id { get; }

    /// <summary>The unit that this declaration lives in; null for what every unit may use.</summary>
    public virtual string? Unit => null;

    /// <summary>The class that this declaration puts into the unit; null where it puts none.</summary>
    public virtual Type? Class => null;

    /// <summary>Adds the services that the process needs in its role. Called once, by <c>AddKlotho</c>.</summary>
    public abstract void Register(RegistrationContext context);

    /// <summary>Adds middleware and endpoints for the process's role. Called once, by <c>MapKlotho</c>.</summary>
    public virtual void Map(WebApplication app, ProcessRole role)
    {
    }
}
