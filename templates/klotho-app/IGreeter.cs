namespace KlothoApp;

/// <summary>What the rest of the application sees of the unit: locally a plain call, deployed a call to another process.</summary>
public interface IGreeter
{
    Task<string> GreetAsync(string name, CancellationToken cancel = default);
}
