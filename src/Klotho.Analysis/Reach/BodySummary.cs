using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>What a body does, whoever runs it: read once, used by the closure of every unit that reaches the body.</summary>
internal sealed class BodySummary
{
    /// <summary>Of a body in which nothing matters: most members that the compiler writes.</summary>
    public static readonly BodySummary Nothing = new();

    public List<(Variable From, Variable To)> Flows { get; } = [];

    public List<(Variable On, string Operation, Location At)> Operations { get; } = [];

    /// <summary>Where a resource leaves what can be followed, and into what.</summary>
    public List<(Variable What, string Into, Location At)> Escapes { get; } = [];

    /// <summary>Where a resource comes from what cannot be followed.</summary>
    public List<(Variable What, string From, Location At)> Origins { get; } = [];

    public List<(IMethodSymbol Method, Location At)> Calls { get; } = [];

    /// <summary>Arguments of calls that may be dispatched: the parameter of whichever body they end in gets them.</summary>
    public List<(Variable From, IMethodSymbol Method, int Parameter, Location At)> Arguments { get; } = [];

    /// <summary>The way back: what the parameter of whichever body is called hands out.</summary>
    public List<(Variable To, IMethodSymbol Method, int Parameter)> Outs { get; } = [];

    /// <summary>Parameters that share what they keep with whoever calls the body.</summary>
    public List<(Variable What, Location At)> Received { get; } = [];

    /// <summary>Types of objects that are made here, with arguments that are seen.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Made { get; } = [];

    /// <summary>Types that come alive here in another way: resolved, or handed to what may make objects of them.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Created { get; } = [];

    /// <summary>What the type parameters of methods and types of the source stand for where those are used.</summary>
    public List<(ISymbol Generic, ImmutableArray<ITypeSymbol> Arguments)> Bound { get; } = [];

    /// <summary>Types whose static members are used: their static constructors and initialisers run.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Statics { get; } = [];

    /// <summary>Types whose public methods the framework calls by name: hubs and generated services.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Exposed { get; } = [];

    /// <summary>Calls that can run any method of any type.</summary>
    public List<(string By, Location At)> Reflections { get; } = [];

    /// <summary>Those among them that register what they find in an assembly: any unit may be given it.</summary>
    public List<(string By, Location At)> Scans { get; } = [];

    /// <summary>The first call of a library that is neither the framework's nor Klotho's: it may resolve what scans registered.</summary>
    public Location? CallsLibrary { get; set; }

    /// <summary>Calls of members that say of themselves that trimmed code, or native code alone, cannot have them.</summary>
    public List<(IMethodSymbol Method, bool OnlyNative, Location At)> Untrimmable { get; } = [];

    /// <summary>Requests that clients of AWS send, with the actions that they need.</summary>
    public List<(IMethodSymbol Method, string Action, Location At)> AwsRequests { get; } = [];

    /// <summary>What it does to entities of databases, whatever context they come from.</summary>
    public List<EntityUse> Entities { get; } = [];

    /// <summary>Keys of configuration that it reads.</summary>
    public List<(string Key, Location At)> ConfigurationKeys { get; } = [];

    /// <summary>Sections that it binds options to.</summary>
    public List<(ITypeSymbol Options, string Section)> OptionBindings { get; } = [];

    /// <summary>Options that it is given or asks for.</summary>
    public List<(ITypeSymbol Options, Location At)> OptionUses { get; } = [];

    /// <summary>What holds a thread until something else is done.</summary>
    public List<(string What, Location At)> Blocks { get; } = [];

    /// <summary>What it reads of static state and changes in it.</summary>
    public List<StaticUse> StaticUses { get; } = [];

    /// <summary>Types of the source whose objects compiled code may bring along.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Handed { get; } = [];

    /// <summary>Types that it asks a provider for.</summary>
    public List<(ServiceRequest Service, Location At)> Resolved { get; } = [];

    /// <summary>Types that dependency injection makes for this body, where that calls it.</summary>
    public List<(ServiceRequest Service, Location At)> Injected { get; } = [];

    /// <summary>What stands around calls of resources and other units, as far as somebody asked.</summary>
    public Dictionary<Location, (bool IsDropped, string? Token)> Places { get; } = [];

    /// <summary>Factories given to the service collection: they run in whichever unit resolves the service, or in any where that is not known.</summary>
    public List<(SyntaxNode Function, Registration? Registration)> Factories { get; } = [];

    /// <summary>Services that it asks a provider for.</summary>
    public List<(ServiceRequest Service, Location At)> Requested { get; } = [];

    /// <summary>Types of its parameters: services, where dependency injection calls it.</summary>
    public List<ServiceRequest> Wanted { get; } = [];

    /// <summary>Types that are named where services are registered.</summary>
    public List<INamedTypeSymbol> Named { get; } = [];

    /// <summary>Services that it registers, in a form that says what is made for them.</summary>
    public List<Registration> Registrations { get; } = [];

    /// <summary>Types that are named where something else is set up, or registered in another form.</summary>
    public List<INamedTypeSymbol> Loose { get; } = [];

    /// <summary>The first call after which it is not the last registration that counts.</summary>
    public Location? ReordersServices { get; set; }

    /// <summary>The first call that registers classes of which it does not say which they are.</summary>
    public Location? RegistersUnknown { get; set; }

    /// <summary>Types registered for services that are not of the source: compiled code resolves them in whichever unit it likes.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Registered { get; } = [];

    /// <summary>Types whose values compiled code may take apart or put together: their properties run.</summary>
    public List<(INamedTypeSymbol Type, Location At)> Serialized { get; } = [];

    /// <summary>Whether it says something that most bodies have nothing to say of: more than whom it calls and what it hands on.</summary>
    public bool IsRemarkable => Entities.Count + ConfigurationKeys.Count + OptionBindings.Count + OptionUses.Count + Blocks.Count + StaticUses.Count > 0
        || Untrimmable.Count + AwsRequests.Count + Reflections.Count + Scans.Count + Registered.Count + Factories.Count > 0;

    /// <summary>Whether it does something with resources, or hands them on.</summary>
    public bool HandlesResources => Operations.Count + Escapes.Count + Origins.Count + Arguments.Count + Received.Count + Entities.Count > 0;

    public bool IsNothing => !HandlesResources && !IsRemarkable
        && Flows.Count + Calls.Count + Outs.Count + Made.Count + Created.Count + Statics.Count + Exposed.Count + Serialized.Count + Handed.Count == 0
        && Injected.Count + Resolved.Count + Requested.Count + Wanted.Count + Named.Count + Bound.Count + Registrations.Count + Loose.Count == 0
        && CallsLibrary is null && RegistersUnknown is null && ReordersServices is null;
}
