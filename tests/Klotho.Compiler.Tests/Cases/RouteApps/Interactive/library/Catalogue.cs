using Microsoft.AspNetCore.Components;

namespace Library;

[Route("/catalogue")]
public class Catalogue : ComponentBase;

[Route("/catalogue/{id:int}")]
public class Item : ComponentBase;
